/**
 * The one table of error codes. Text says what happened, the value, what to do; `{name}` parts are filled in.
 * Answered as `{ error: { code, message, details? } }`.
 */
export interface ErrorEntry {
  /** HTTP status, where the error leaves over HTTP */
  status: number
  text: string
}

export const errorCodes = {
  BODY_TOO_LARGE: { status: 413, text: 'The body is over {limit} bytes. Send fewer signals per request.' },
  BODY_NOT_JSON: { status: 400, text: 'The body is not JSON ({reason}). Send one JSON object, UTF-8.' },
  BODY_INVALID: { status: 400, text: '{path}: {reason}. Correct it and send it again.' },
  BATCH_TOO_LARGE: { status: 413, text: 'The batch holds {count} signals; the limit is {limit}. Split it.' },
  SIGNAL_INVALID: { status: 400, text: '{path}: {reason}' },
  SIGNAL_NAME_UNKNOWN: { status: 400, text: 'There is no signal named "{name}". See the list in docs/contract.md.' },
  SIGNAL_ID_NOT_V7: { status: 400, text: 'Signal id "{id}" is not a UUIDv7. Make ids that are time-ordered.' },
  SIGNAL_TOO_OLD: {
    status: 400,
    text: 'The signal is dated {at}, more than {days} days ago. Use `fanal import` for the past.',
  },
  SIGNAL_IN_FUTURE: { status: 400, text: 'The signal is dated {at}, more than {hours} h ahead. Set the clock.' },
  KEY_MISSING: { status: 401, text: 'No key was given. Send the public key as "key" or in x-fanal-key.' },
  KEY_UNKNOWN: { status: 401, text: 'Key "{key}" belongs to no project here. Check the key in fanal.yaml.' },
  APPLICATION_MISMATCH: {
    status: 403,
    text: 'Application id "{appId}" is not the project of the key. Use "{project}" as x-algolia-application-id.',
  },
  KEY_SECRET_IN_BROWSER: {
    status: 403,
    text: 'A secret key was sent where a public one belongs. Replace it now: it has been exposed.',
  },
  SECRET_KEY_REQUIRED: {
    status: 401,
    text: 'This needs a secret key in "authorization: Bearer sk_…" or a console session.',
  },
  TOKEN_INVALID: {
    status: 401,
    text: 'The identity token was refused ({reason}). Sign it with the identity secret of the project.',
  },
  AUTHOR_LINK_REFUSED: {
    status: 401,
    text: 'The author link is not valid here, or not any more. Ask for a new one: fanal author-link.',
  },
  ORIGIN_REFUSED: {
    status: 403,
    text: 'Origin "{origin}" is not in the origins of the project. Add it to fanal.yaml.',
  },
  SIGNED_OUT: { status: 401, text: 'You are signed out. Sign in to go on.' },
  SIGN_IN_REFUSED: { status: 401, text: 'This e-mail address and password do not go together.' },
  TOO_MANY_TRIES: { status: 429, text: 'Too many tries. Wait {seconds} s and try again.' },
  ROLE_TOO_LOW: { status: 403, text: 'Your role is {role}; this needs {needed}. Ask an owner.' },
  CSRF_REFUSED: { status: 403, text: 'The request does not come from the console page. Reload it and try again.' },
  PROJECT_UNKNOWN: { status: 404, text: 'There is no project "{project}" here.' },
  ARTICLE_UNKNOWN: { status: 404, text: 'There is no article "{id}" in project "{project}".' },
  PHRASING_UNKNOWN: {
    status: 404,
    text: 'Article "{articleId}" has no phrasing "{id}". List them with GET /v1/articles/{articleId}/phrasings.',
  },
  FLOW_UNKNOWN: { status: 404, text: 'There is no flow "{id}" in project "{project}".' },
  DEVICE_INDEX_TOO_LARGE: {
    status: 404,
    text: 'Project "{project}" has {articles} articles; an index for devices holds at most {limit}. They are searched with the network.',
  },
  OBJECT_UNKNOWN: { status: 404, text: 'ObjectID {id} does not exist.' },
  INDEX_UNKNOWN: {
    status: 404,
    text: 'Index {index} does not exist. Use "<project>" or "<project>_<locale>", with "_docsearch" after it for DocSearch.',
  },
  FILE_UNKNOWN: { status: 404, text: 'There is no image or video "{path}" in project "{project}".' },
  REPORT_UNKNOWN: { status: 404, text: 'There is no report "{report}". There are: {known}.' },
  ROUTE_UNKNOWN: { status: 404, text: 'There is nothing at {method} {path}.' },
  METHOD_NOT_ALLOWED: { status: 405, text: '{path} does not take {method}. Use {allowed}.' },
  ADDRESS_INVALID: {
    status: 400,
    text: 'The address cannot be read ({reason}). Percent-encode it as UTF-8 and shorten it.',
  },
  FILTER_INVALID: { status: 400, text: 'filters: {reason} at position {position}.' },
  QUERY_INVALID: { status: 400, text: '{parameter}: {reason}.' },
  EVENT_INVALID: { status: 422, text: '{path}: {reason}. None of the events was taken.' },
  BACKLOG_ITEM_UNKNOWN: { status: 404, text: 'There is no backlog item "{id}".' },
  BACKLOG_TRANSITION_REFUSED: {
    status: 409,
    text: 'An item cannot go from {from} to {to}. From {from} it may go to: {allowed}.',
  },
  BACKLOG_NOT_PROVEN: {
    status: 409,
    text: 'Not closed: "{query}" does not find article "{articleId}" in the top 3. Improve the article or add a synonym.',
  },
  BACKLOG_STEP_NOT_PROVEN: {
    status: 409,
    text: 'Not closed: step "{step}" of flow "{flow}" is not proven to hold in version {version} ({runs} runs, {failed} failed). Publish a new version, wait until 72 h have passed since its first run, or close the item as improved or, with a reason, as a bug.',
  },
  BACKLOG_NEEDS_ARTICLE: { status: 409, text: 'Not closed: no article is linked. Link the article that answers it.' },
  BACKLOG_NEEDS_REASON: { status: 400, text: 'Say why: "{to}" needs a reason.' },
  BACKLOG_CHANGED: {
    status: 409,
    text: 'Somebody changed this item meanwhile (version {current}, yours {given}). Reload it.',
  },
  RATE_LIMITED: { status: 429, text: 'Too many requests. Wait {seconds} s and try again.' },
  STORE_UNAVAILABLE: {
    status: 503,
    text: 'The store cannot be written ({reason}). Nothing was accepted; send it again later.',
  },
  NOT_BUILT: { status: 503, text: '{part} has not been built. Run `npm run build` and load this again.' },
  NOT_READY: { status: 503, text: 'Not ready: {reason}. Try again in a moment.' },
  INTERNAL: { status: 500, text: 'Something failed on our side. It has been logged as {ref}.' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCodes

export interface ErrorBody {
  error: { code: ErrorCode; message: string; details?: unknown }
}

/** An error with a code of the table; its message is the table's text, filled in. */
export class FanalError extends Error {
  readonly code: ErrorCode
  readonly details: unknown

  constructor(
    code: ErrorCode,
    values: Record<string, string | number> = {},
    options: { cause?: unknown; details?: unknown } = {},
  ) {
    super(fillText(errorCodes[code].text, values), { cause: options.cause })
    this.name = 'FanalError'
    this.code = code
    this.details = options.details
  }

  get status(): number {
    return errorCodes[this.code].status
  }

  toBody(): ErrorBody {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.details === undefined ? {} : { details: this.details }),
      },
    }
  }
}

/** Fills the `{name}` parts of a text; a part without a value stays as it is. */
export function fillText(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (part, name: string) => String(values[name] ?? part))
}
