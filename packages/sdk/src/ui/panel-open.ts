/** Whether the panel around a component is on screen: what nobody sees neither counts as read nor asks the server. */
import { createContext } from 'preact'

export const PanelOpenContext = createContext(true)
