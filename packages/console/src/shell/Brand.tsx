/** The lantern: Fanal's mark, drawn in the colour of the text with one amber flame. */

export function Lantern({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
        <path d="M8.5 4.75a3.5 3.5 0 0 1 7 0M7 5.5h10l-1.2 2.75H8.2zM6.5 21h11M8 8.25v10.75M16 8.25v10.75M7.25 19h9.5" />
      </g>
      <path class="flame" d="M12 10.25c1.9 1.8 2.5 2.9 2.5 4.15a2.5 2.5 0 0 1-5 0c0-1.25.6-2.35 2.5-4.15z" />
    </svg>
  )
}

export function Brand() {
  return (
    <span class="brand">
      <Lantern size={26} />
      <span class="brand-name">Fanal</span>
    </span>
  )
}
