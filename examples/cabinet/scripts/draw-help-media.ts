/**
 * Draws what no screenshot can show: the printer itself, as pictures and as a short film for the help articles.
 * Run `node examples/cabinet/scripts/draw-help-media.ts`; the browser draws, and records the film.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { findBrowser, launchArgs } from '../../../scripts/find-browser.mjs'

const help = join(import.meta.dirname, '..', 'help')
const ink = '#1c2b2b'
const accent = '#0b5f5c'

const label = (x: number, y: number, text: string, anchor = 'start') =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="26" fill="${ink}">${text}</text>`

const mark = (x: number, y: number, number: number) =>
  `<circle cx="${x}" cy="${y}" r="22" fill="#b3261e" stroke="#fff" stroke-width="3"/>
   <text x="${x}" y="${y + 9}" text-anchor="middle" font-size="26" font-weight="700" fill="#fff">${number}</text>`

const back = `
  <rect x="190" y="120" width="820" height="420" rx="28" fill="#e4e9e8" stroke="${ink}" stroke-width="4"/>
  <rect x="230" y="160" width="740" height="110" rx="12" fill="#cfd8d6" stroke="${ink}" stroke-width="3"/>
  ${[0, 1, 2, 3, 4, 5, 6].map((n) => `<path d="M${270 + n * 100} 180v70" stroke="#9fadab" stroke-width="6"/>`).join('')}
  <rect x="270" y="370" width="96" height="84" rx="10" fill="#fff" stroke="${ink}" stroke-width="4"/>
  <path d="M300 388v26m36-26v26m-18 14v16" stroke="${ink}" stroke-width="8" stroke-linecap="round"/>
  <rect x="520" y="384" width="110" height="56" rx="6" fill="#fff" stroke="${ink}" stroke-width="4"/>
  <rect x="540" y="398" width="70" height="28" fill="${accent}"/>
  <rect x="780" y="376" width="110" height="72" rx="6" fill="#fff" stroke="${ink}" stroke-width="4"/>
  <path d="M796 392h78v40h-18v10h-42v-10h-18z" fill="#9fadab"/>
  <path d="M318 454v150c0 40-60 30-60 80M575 440v150c0 40 40 30 40 90M835 448v150c0 40 50 30 50 80" fill="none" stroke="${ink}" stroke-width="8"/>
  ${mark(318, 338, 1)}${mark(575, 338, 2)}${mark(835, 338, 3)}
  ${label(258, 726, 'Secteur', 'middle')}${label(615, 726, 'USB, vers le poste', 'middle')}${label(900, 726, 'Réseau, vers la box', 'middle')}
  ${label(600, 80, 'L’arrière de l’imprimante', 'middle')}`

const tray = `
  <path d="M240 250h560l70 70v150H310l-70-70z" fill="#e4e9e8" stroke="${ink}" stroke-width="4" stroke-linejoin="round"/>
  <path d="M310 470V320h560M310 320l-70-70" fill="none" stroke="${ink}" stroke-width="4"/>
  <path d="M330 300 270 262h470l64 38z" fill="#fff" stroke="${ink}" stroke-width="3"/>
  <path d="M760 264l62 34v30l-62-36z" fill="${accent}" stroke="${ink}" stroke-width="3"/>
  <path d="M520 180v66m0 0-18-22m18 22 18-22" fill="none" stroke="#b3261e" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
  ${mark(520, 150, 1)}${mark(862, 270, 2)}${mark(590, 395, 3)}
  ${label(560, 160, 'Face à imprimer vers le bas')}${label(896, 280, 'Butée contre la pile')}
  ${label(590, 450, 'Repère A5', 'middle')}${label(600, 80, 'Le bac à ordonnances', 'middle')}`

async function draw(page: Page, name: string, drawing: string): Promise<void> {
  await page.setContent(
    `<body style="margin:0;background:#f7faf9"><svg viewBox="0 0 1200 780" width="1200" height="780" font-family="Liberation Sans, sans-serif">${drawing}</svg>`,
  )
  await page.screenshot({ path: join(help, 'images', name) })
}

/** Five seconds: the tray opens, paper goes in, it closes, the light turns green. */
function recordFilm(): Promise<number[]> {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.scale(2 / 3, 2 / 3)
  const lengthMs = 5000
  const words = [
    'Tirez le bac jusqu’à la butée',
    'Posez le papier, face vers le bas',
    'Refermez, attendez le voyant vert',
  ]
  const frame = (at: number) => {
    const scene = Math.min(2, Math.floor((at / lengthMs) * 3))
    const part = ((at / lengthMs) * 3) % 1
    const open = scene === 0 ? part : scene === 1 ? 1 : Math.max(0, 1 - part * 1.6)
    context.fillStyle = '#f7faf9'
    context.fillRect(0, 0, 960, 540)
    context.lineWidth = 4
    context.strokeStyle = '#1c2b2b'
    const box = (x: number, y: number, width: number, height: number, fill: string) => {
      context.fillStyle = fill
      context.beginPath()
      context.roundRect(x, y, width, height, 14)
      context.fill()
      context.stroke()
    }
    box(500 - open * 230, 330, 320, 60, '#cfd8d6')
    if (scene === 1) box(330 - open * 30, 210 + part * 112, 220, 12, '#ffffff')
    else if (scene === 2 && open > 0) box(530 - open * 230, 322, 220, 12, '#ffffff')
    box(420, 150, 440, 170, '#e4e9e8')
    box(420, 320, 440, 90, '#e4e9e8')
    context.fillStyle = scene === 2 && open === 0 ? '#1d8a4a' : '#d98a00'
    context.beginPath()
    context.arc(810, 200, 15, 0, 7)
    context.fill()
    context.fillStyle = '#1c2b2b'
    context.font = '600 32px Liberation Sans, sans-serif'
    context.textAlign = 'center'
    context.fillText(`${scene + 1}. ${words[scene]}`, 480, 490)
  }
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(canvas.captureStream(12), {
      mimeType: 'video/webm;codecs=vp8',
      videoBitsPerSecond: 150_000,
    })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onerror = () => reject(new Error('the film could not be recorded'))
    recorder.onstop = async () => resolve([...new Uint8Array(await new Blob(parts).arrayBuffer())])
    const start = performance.now()
    const next = () => {
      const at = performance.now() - start
      frame(Math.min(at, lengthMs - 1))
      if (at < lengthMs) requestAnimationFrame(next)
      else recorder.stop()
    }
    recorder.start()
    next()
  })
}

const executablePath = findBrowser()
const browser = await chromium.launch({ args: launchArgs, ...(executablePath ? { executablePath } : {}) })
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 780 } })
  await draw(page, 'imprimante-prises.png', back)
  await draw(page, 'imprimante-bac.png', tray)
  writeFileSync(join(help, 'videos', 'remplir-le-bac.webm'), Buffer.from(await page.evaluate(recordFilm)))
} finally {
  await browser.close()
}
