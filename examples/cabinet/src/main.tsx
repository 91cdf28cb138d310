/** Starts MediCab in the page. */
import { render } from 'preact'
import { App } from './App.tsx'
import './styles/tokens.css'
import './styles/controls.css'
import './styles/layout.css'
import './styles/screens.css'

const root = document.getElementById('app')
if (root) render(<App />, root)
