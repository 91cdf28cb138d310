/**
 * Every view and state of the widget, and how it is reached. A visit is one page context with states in the order in which they follow from
 * one another.
 */

import { reading } from './article.ts'
import { atRest, icon } from './at-rest.ts'
import { contact } from './contact.ts'
import type { Visit } from './desk.ts'
import { flow } from './flow.ts'
import { home } from './home.ts'
import { search } from './search.ts'

export const visits: Visit[] = [atRest, icon, home, search, reading, contact, flow]
