import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { Request, RequestHandler } from 'express'
import nextModule from 'next'
import { notSignedIn } from './rest.js'

/** The admin's pages: a waiting page until they are built, then Next. */
export interface AdminPages {
  handler: RequestHandler
  /** Builds the pages where they are missing or older than their sources, then serves them. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Next is CommonJS, and its default export lies one step deeper than its types say. */
const next = nextModule as unknown as typeof nextModule.default

export interface AdminPagesOptions {
  /** Runs the build and resolves when current pages lie on disk. */
  build: () => Promise<void>
  isSignedIn: (req: Request) => Promise<boolean>
}

export function createAdminPages({ build, isSignedIn }: AdminPagesOptions): AdminPages {
  let serve: RequestHandler | undefined
  let failed = false
  let close = async (): Promise<void> => {}
  return {
    handler: (req, res, forward) => {
      const pages = serve
      if (pages && isReading(req)) {
        pages(req, res, forward)
        return
      }
      if (pages) {
        isSignedIn(req).then((isStaff) => (isStaff ? pages(req, res, forward) : forward(notSignedIn())), forward)
        return
      }
      res.status(503).set('Retry-After', '10').set('Cache-Control', 'no-store').type('html').send(waitingPage(failed))
    },
    start: async () => {
      try {
        await build()
        // Next would take every request to change protocols, on any path, from the server that it is asked through, and
        // answer none: it is given one that nobody reaches, and Node goes on answering them as the ordinary ones they are.
        const httpServer = createServer()
        const app = next({ dev: false, dir: process.cwd(), customServer: true, httpServer })
        await app.prepare()
        const handle = app.getRequestHandler()
        serve = (req, res, forward) => {
          handle(req, res).catch(forward)
        }
        close = () => app.close()
      } catch (error) {
        failed = true
        throw error
      }
    },
    close: () => close(),
  }
}

/** Everything else calls the admin's functions on the server, which strangers have no use for: not even their body is read. */
const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Runs `scripts/buildAdmin.mjs`, which builds only what is stale and only once at a time. */
export const buildAdminPages = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/buildAdmin.mjs'], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The admin could not be built (exit code ${code ?? 'none'})`)),
    )
  })

const waitingPage = (failed: boolean): string => `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${failed ? '' : '<meta http-equiv="refresh" content="5">'}
<title>Länskällan</title>
<style>
  body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; color-scheme: light dark; }
</style>
<h1>${failed ? 'Redigeringen kunde inte byggas' : 'Redigeringen byggs'}</h1>
<p>${
  failed
    ? 'Felet står i terminalen där tjänsten körs. Resten av Länskällan fungerar.'
    : 'Det tar ungefär en minut första gången. Sidan laddas om av sig själv när den är klar.'
}</p>
<p lang="en">${failed ? 'The admin could not be built; see the terminal.' : 'The admin is being built. This page reloads by itself.'}</p>
</html>
`
