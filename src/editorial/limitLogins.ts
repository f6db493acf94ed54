import type { Request, Response } from 'express'
import { rateLimit } from 'express-rate-limit'

/** Failed logins that one address may make in ten minutes; a county's whole staff may sit behind one address. */
const FAILURES = 20
const WINDOW = 10 * 60 * 1000

/**
 * Counts failed logins by address, before Payload counts them by account: whoever has a list of accounts can lock few
 * of them.
 *
 * @returns whether the request may go on; otherwise it has been answered
 */
export function limitLogins(): (req: Request, res: Response) => Promise<boolean> {
  const limiter = rateLimit({
    windowMs: WINDOW,
    limit: FAILURES,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Which proxy to believe is TRUST_PROXY's to say; a header that nobody asked for is no fault.
    validate: { xForwardedForHeader: false },
    handler: (_req, res) =>
      void res.status(429).json({
        errors: [
          {
            message: 'För många misslyckade inloggningar härifrån. Vänta tio minuter och försök igen.',
            extensions: {
              code: 'RATE_LIMITED',
              en: 'Too many failed logins from here. Wait ten minutes and try again.',
            },
          },
        ],
      }),
  })
  return (req, res) =>
    new Promise((resolve, reject) => {
      res.once('finish', () => resolve(false))
      void Promise.resolve(
        limiter(req, res, (error?: unknown) => (error ? reject(error as Error) : resolve(true))),
      ).catch(reject)
    })
}
