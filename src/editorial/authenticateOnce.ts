import type { AuthStrategy, Payload } from 'payload'

/**
 * Who sends a request is looked up once: by whoever asks first, which is before its body is read, and not anew by
 * Payload. Headers are told apart by what they are, not by what they say: each request has its own.
 */
export function authenticateOnce(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map(({ name, authenticate }): AuthStrategy => {
    const known = new WeakMap<Headers, ReturnType<typeof authenticate>>()
    return {
      name,
      authenticate: (args) => {
        const result = known.get(args.headers) ?? authenticate(args)
        known.set(args.headers, result)
        return result
      },
    }
  })
}
