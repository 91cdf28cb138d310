/**
 * One HTTP request to the Fanal API: JSON both ways, the session cookie by same origin, every failure an ApiError.
 * Never retries and never touches state: that is the query client's part.
 */
import { type ErrorCode, errorCodes } from '@fanal/contract'

/** `OFFLINE`: no answer came. `UNREADABLE`: an answer came that is not the API's. */
export type ApiErrorCode = ErrorCode | 'OFFLINE' | 'UNREADABLE'

/** Why a request failed. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** HTTP status; 0 when no answer came */
  readonly status: number
  readonly details: unknown
  /** seconds to wait, where the server said so */
  readonly retryAfterS: number | null

  constructor(
    code: ApiErrorCode,
    message: string,
    options: { status?: number; details?: unknown; retryAfterS?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.status = options.status ?? 0
    this.details = options.details
    this.retryAfterS = options.retryAfterS ?? null
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** parts of the query string; null and undefined are left out */
  query?: Record<string, string | number | null | undefined>
  body?: unknown
  /** needed by every change made within a session */
  csrfToken?: string
  signal?: AbortSignal
}

/**
 * @param path absolute path on this origin, such as `/v1/backlog`
 * @returns the parsed JSON answer; undefined for an answer without a body
 * @throws ApiError for every failure but an abort, which is thrown as it came
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await send(path, options)
  const text = await answer.text()
  if (answer.ok && text === '') return undefined as T
  const json = parseJson(text)
  if (answer.ok && json !== undefined) return json as T
  throw toError(answer, json)
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== null && value !== undefined) search.set(name, String(value))
  }
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  if (options.csrfToken) headers['x-fanal-csrf'] = options.csrfToken
  try {
    return await fetch(search.size > 0 ? `${path}?${search}` : path, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiError('OFFLINE', `No answer from ${path}.`, { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page, or an answer cut short: the caller reports it as unreadable.
    return undefined
  }
}

function toError(answer: Response, json: unknown): ApiError {
  const error = isObject(json) && isObject(json.error) ? json.error : undefined
  const inBody = isObject(error?.details) ? error.details.seconds : undefined
  const seconds = Number(answer.headers.get('retry-after') ?? inBody)
  const retryAfterS = Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null
  if (typeof error?.code === 'string' && Object.hasOwn(errorCodes, error.code)) {
    const message = typeof error.message === 'string' ? error.message : error.code
    const { details } = error
    return new ApiError(error.code as ErrorCode, message, { status: answer.status, details, retryAfterS })
  }
  return new ApiError('UNREADABLE', `Status ${answer.status}.`, { status: answer.status, retryAfterS })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
