/** Starts the console in the page served at /console. */
import { render } from 'preact'
import { App } from './App.tsx'
import { createQueryClient } from './api/query-client.ts'
import './styles/console.css'

const root = document.getElementById('console')
if (!root) throw new Error('index.html has no element with the id "console".')
render(<App client={createQueryClient()} />, root)
