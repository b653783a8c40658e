import { z } from 'zod'

// zod probes `new Function` at its first object, which the content policy reports as a violation.
z.config({ jitless: true })
