import { z } from 'zod'

/** P1 blocked · P2 badly hindered · P3 hindered · P4 a question */
export const impactSchema = z.enum(['P1', 'P2', 'P3', 'P4'])
