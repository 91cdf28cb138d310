/** A text of the search API with the words that matched marked; always text nodes, never HTML. */
import { splitHighlight } from './split-highlight.ts'

export function Highlight({ value }: { value: unknown }) {
  return (
    <>{splitHighlight(value).map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>
  )
}
