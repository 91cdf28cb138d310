/** How long browser tests wait for what should come: the libraries' one second is short on a machine under load, and costs nothing where all is well. */
import { configure } from '@testing-library/preact'
import { vi } from 'vitest'

const patienceMs = 15_000

configure({ asyncUtilTimeout: patienceMs })

const { waitFor } = vi
vi.waitFor = (callback, options = patienceMs) => waitFor(callback, options)
