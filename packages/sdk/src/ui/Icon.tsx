/** A line icon, 20 px, in the colour of the text around it; decoration only, so the words beside it must suffice. */
export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
