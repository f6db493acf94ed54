import http from 'node:http'

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
  /** Everything that came, head and body. */
  whole: string
}

export interface Sent {
  method?: string
  headers?: http.OutgoingHttpHeaders
  body?: string | Buffer | undefined
  /** The address to ask from. */
  localAddress?: string
}

/** Node's own client, on kept connections: it sends what it is given, and neither decompresses nor follows. */
export function createClient(url: string): { send(path: string, sent?: Sent): Promise<Answer>; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(url)
  return {
    send: (path, { method = 'GET', headers = {}, body, localAddress } = {}) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
        const from = localAddress === undefined ? {} : { localAddress }
        const options = { hostname, port, path, method, agent, ...from, headers: { ...length, ...headers } }
        const request = http.request(options, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8')
            const head = response.rawHeaders.join('\n')
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: text,
              whole: `${head}\n${text}`,
            })
          })
        })
        request.on('error', reject)
        request.end(body)
      }),
    close: () => agent.destroy(),
  }
}
