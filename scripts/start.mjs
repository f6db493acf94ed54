// npm start: builds what is missing or stale, then runs the service and hands on the signals meant for it.
import { spawn } from 'node:child_process'
import { buildServer } from './buildServer.mjs'

buildServer()
const env = { NODE_ENV: 'production', DISABLE_PAYLOAD_HMR: 'true', NEXT_TELEMETRY_DISABLED: '1', ...process.env }
const child = spawn(process.execPath, ['--conditions=production', 'dist/src/server.js'], { stdio: 'inherit', env })
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
