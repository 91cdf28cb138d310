/** Links that open the recorder of flows in a page: `POST /v1/author/links` makes one, `POST /v1/author` says whether it holds. */

/** Body of `POST /v1/author/links`. */
export interface AuthorLinkRequest {
  /** page of the product to record in */
  url: string
  /** how long the link opens the recorder, milliseconds; default one hour, at most a day */
  validMs?: number
}

export interface AuthorLink {
  url: string
  /** milliseconds since the epoch */
  expiresAt: number
}

/** Body of `POST /v1/author`, beside the public key. */
export interface AuthorPassRequest {
  pass: string
}

export interface AuthorPass {
  project: string
  /** milliseconds since the epoch */
  expiresAt: number
}

/** The parameter of a page's address that carries the pass. */
export const authorParameter = 'fanal-author'
