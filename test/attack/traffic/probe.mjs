// Loaded into the served process before the service: tells what memory is left after a collection, and what went wrong unseen.
const faults = []
process.on('unhandledRejection', (error) => faults.push(`unhandled rejection: ${error?.stack ?? error}`))
process.on('uncaughtExceptionMonitor', (error) => faults.push(`uncaught: ${error?.stack ?? error}`))
process.on('warning', (warning) => {
  if (warning.name === 'MaxListenersExceededWarning') faults.push(String(warning))
})
process.on('message', () => {
  for (let n = 0; n < 3; n += 1) globalThis.gc()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  process.send({ used: heapUsed + external + arrayBuffers, sockets: process.getActiveResourcesInfo().length, faults })
})
process.channel.unref()
