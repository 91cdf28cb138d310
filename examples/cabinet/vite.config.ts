import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { serveIdentityTokens } from './src/backend/identity-endpoint.ts'

/** Where the Fanal server answers; Vite puts it into index.html when it builds. */
process.env.VITE_FANAL_HOST ??= 'http://localhost:4400'

const address = { host: '127.0.0.1', port: Number(process.env.CABINET_PORT ?? 4401), strictPort: true }

export default defineConfig({
  plugins: [
    preact(),
    {
      name: 'medicab-backend',
      configureServer(server) {
        server.middlewares.use('/api/fanal-token', serveIdentityTokens(process.env.FANAL_IDENTITY_SECRET))
      },
      configurePreviewServer(server) {
        server.middlewares.use('/api/fanal-token', serveIdentityTokens(process.env.FANAL_IDENTITY_SECRET))
      },
    },
  ],
  server: address,
  preview: address,
})
