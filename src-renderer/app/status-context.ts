import { createContext, use } from 'react'
import type { Output } from '#contract/operations.ts'

export type RegisterStatus = Output<'register.status'>

const StatusContext = createContext<RegisterStatus | undefined>(undefined)
export const StatusProvider = StatusContext.Provider

/** The open register: its day, whether it is a demonstration, what the shell can do. */
export function useRegister(): RegisterStatus {
  const status = use(StatusContext)
  if (status === undefined) throw new Error('useRegister while no register is open')
  return status
}
