// The load generator: keeps a number of connections asking, each as soon as it has its answer, over bare sockets, so that
// it costs less than the barest server. (A client made for use costs more for each request than that server does.)
import net from 'node:net'
import { createHistogram } from 'node:perf_hooks'

const END_OF_HEAD = Buffer.from('\r\n\r\n')
/** Stands in a request where its own number is to come; nine digits, so that the length is known. */
const NUMBER = '{{number}}'
let number = 100_000_000

/**
 * @param job {port, connections, seconds or count, requests: texts of whole requests that are sent in turn, from: the
 *   address to ask from, pause: milliseconds between a connection's answer and its next request}
 * @returns {count, bad: how many were not answered by 200, seconds, cpu: milliseconds of this process for each request,
 *   p50, p99, max: milliseconds}
 */
async function load({ port, connections, seconds = Infinity, count: most = Infinity, requests, from, pause = 0 }) {
  const texts = requests.map((text) => text.split(NUMBER))
  const times = createHistogram()
  const began = performance.now()
  const used = process.cpuUsage()
  const ends = began + seconds * 1_000
  let [sent, count, bad] = [0, 0, 0]

  const connection = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true })
      let isAsked = false
      let asked = 0
      let missing = -1
      let head = Buffer.alloc(0)
      const ask = () => {
        if (sent >= most || performance.now() >= ends) return socket.destroy()
        const text = texts[sent % texts.length]
        sent += 1
        isAsked = true
        asked = performance.now()
        socket.write(text.length === 1 ? text[0] : text.join(String((number += 1))))
        return undefined
      }
      const answered = () => {
        missing = -1
        isAsked = false
        count += 1
        times.record(Math.max(1, Math.round((performance.now() - asked) * 1_000)))
        if (pause > 0) setTimeout(ask, pause)
        else ask()
      }
      socket.on('connect', ask)
      socket.on('data', (data) => {
        if (missing >= 0) missing -= data.length
        else {
          if (head.length > 0) data = Buffer.concat([head, data])
          const end = data.indexOf(END_OF_HEAD)
          if (end < 0) return void (head = data)
          const text = data.latin1Slice(0, end)
          if (!text.startsWith('HTTP/1.1 200')) bad += 1
          missing = Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0) - (data.length - end - 4)
          head = Buffer.alloc(0)
        }
        if (missing <= 0) answered()
        return undefined
      })
      socket.on('error', reject)
      socket.on('close', () => {
        if (isAsked) bad += 1
        resolve()
      })
    })
  await Promise.all(Array.from({ length: connections }, connection))
  const at = (percent) => times.percentile(percent) / 1_000
  const { user, system } = process.cpuUsage(used)
  const own = { seconds: (performance.now() - began) / 1_000, cpu: (user + system) / 1_000 / count }
  return { count, bad, ...own, p50: at(50), p99: at(99), max: times.max / 1_000 }
}

process.on('message', async ({ job }) => {
  if (job) process.send({ result: await load(job).catch((error) => ({ error: error.message })) })
})
process.send({})
