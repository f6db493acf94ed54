// Loaded into a process before the service: time stands still at FROZEN_AT, as it does in the world that a test has made.
const at = Date.parse(process.env.FROZEN_AT)
Date.now = () => at
globalThis.Date = new Proxy(Date, {
  construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [at] : given, target),
})
