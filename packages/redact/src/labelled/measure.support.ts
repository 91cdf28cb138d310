/**
 * Measures redaction against sentences in which people marked what is personal: `{label|text}`, everything else has to survive.
 * Counted in words, as a reader would: a marked word that is still there was missed, an unmarked word that is gone was lost.
 */
import { readFileSync } from 'node:fs'

export interface Measured {
  sentences: number
  /** share of what was taken out that was marked, 0 to 1 */
  precision: number
  /** share of what was marked that was taken out, 0 to 1 */
  recall: number
  /** by label: marked words, and those of them still there */
  labels: Record<string, { words: number; missed: number }>
  /** sentences with a word missed or lost, as `written → returned` */
  faults: string[]
}

interface Word {
  text: string
  label: string | null
}

const mark = /\{(\w+)\|([^}]+)\}/g

/** The sentences of one file beside this one. */
export function readSentences(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text.split('\n').filter((line) => line && !line.startsWith('#'))
}

export function measure(sentences: readonly string[], redact: (text: string) => string): Measured {
  const measured: Measured = { sentences: sentences.length, precision: 1, recall: 1, labels: {}, faults: [] }
  let [found, missed, lost] = [0, 0, 0]
  for (const sentence of sentences) {
    const words = readWords(sentence)
    const returned = redact(sentence.replace(mark, '$2'))
    const isKept = keptWords(words, returned)
    let isFaulty = false
    words.forEach(({ label }, index) => {
      if (label) {
        const { words: before, missed: stayed } = measured.labels[label] ?? { words: 0, missed: 0 }
        measured.labels[label] = { words: before + 1, missed: stayed + (isKept[index] ? 1 : 0) }
      }
      if (label && !isKept[index]) found += 1
      if (label && isKept[index]) missed += 1
      if (!label && !isKept[index]) lost += 1
      isFaulty ||= Boolean(label) === isKept[index]
    })
    if (isFaulty) measured.faults.push(`${sentence} → ${returned}`)
  }
  measured.precision = found / (found + lost)
  measured.recall = found / (found + missed)
  return measured
}

const toWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

function readWords(sentence: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { index, 0: whole, 1: label, 2: text } of sentence.matchAll(mark)) {
    words.push(...toWords(sentence.slice(end, index)).map((word) => ({ text: word, label: null })))
    words.push(...toWords(text ?? '').map((word) => ({ text: word, label: label ?? null })))
    end = index + whole.length
  }
  return [...words, ...toWords(sentence.slice(end)).map((word) => ({ text: word, label: null }))]
}

/** Which words are still there, in their order: the longest common subsequence with what was returned. */
function keptWords(words: readonly Word[], returned: string): boolean[] {
  const left = toWords(returned.replace(/\[[a-z]+\]/g, ' '))
  const lengths = Array.from({ length: words.length + 1 }, () => new Array<number>(left.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = words.length - 1; i >= 0; i--) {
    const row = lengths[i]
    if (!row) continue
    for (let j = left.length - 1; j >= 0; j--) {
      row[j] = words[i]?.text === left[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  let j = 0
  return words.map(({ text }, i) => {
    while (j < left.length && text !== left[j] && at(i, j + 1) > at(i + 1, j)) j += 1
    if (j >= left.length || text !== left[j]) return false
    j += 1
    return true
  })
}
