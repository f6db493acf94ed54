import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm test`, with everything else.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
