// Loaded before each measured process: tells the benchmark, whenever it asks, what the process has used since it began.
process.on('message', ({ job, collect }) => {
  if (job) return
  if (collect) globalThis.gc()
  process.send({ cpu: process.cpuUsage(), ...process.memoryUsage() })
})
process.on('disconnect', () => process.exit(0))
