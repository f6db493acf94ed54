/**
 * The codes that a client may rely on: none is ever renamed or given another meaning.
 * HTTP statuses stand beside them, so that there is one place to look.
 */
const statusOf = {
  BAD_CONFIG: 500,
  BAD_INPUT: 400,
  NOT_SIGNED_IN: 401,
  UNKNOWN_KEY: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PERSISTED_DOCUMENT_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BATCH_REFUSED: 400,
  CONFLICT: 409,
  WITHDRAW_FIRST: 409,
  PLAN_AHEAD: 409,
  SLUG_RESERVED: 409,
  IMMUTABLE: 409,
  TOO_COMPLEX: 400,
  TOO_LARGE: 413,
  REQUEST_TIMEOUT: 408,
  RATE_LIMITED: 429,
  TOO_SLOW: 503,
  OVERLOADED: 503,
  ARCHIVE_UNAVAILABLE: 503,
  ARCHIVE_DAMAGED: 500,
  NOT_RECORDED: 500,
  NOT_YET_IN_EFFECT: 503,
  DATABASE_BUSY: 503,
  INTERNAL: 500,
} as const

export type ErrorCode = keyof typeof statusOf

/** What Swedish and English readers are told: what is wrong, and what to do about it. */
export interface Message {
  sv: string
  en: string
}

/** Every foreseen fault of the service. The message is safe to show; whatever else is thrown is masked at the edge. */
export class ServiceError extends Error {
  readonly code: ErrorCode
  readonly messages: Message
  /** The fields of the editor's form that the fault belongs to, as dotted paths. */
  readonly fields: readonly string[]
  /** What an answer about it says in its headers, names and values in turn. */
  readonly headers: readonly string[]

  constructor(
    code: ErrorCode,
    messages: Message,
    options: { cause?: unknown; fields?: readonly string[]; headers?: readonly string[] } = {},
  ) {
    super(messages.sv, { cause: options.cause })
    this.name = 'ServiceError'
    this.code = code
    this.messages = messages
    this.fields = options.fields ?? []
    this.headers = options.headers ?? []
  }

  get status(): number {
    return statusOf[this.code]
  }
}
