import type { BackupName } from './backup-port.ts'
import type { Implementations } from './implementations.ts'

export const backupImplementations: Implementations<BackupName> = {
  'backup.seen': ({ backup }, input) => backup.seen(input),
  'backup.state': ({ backup }, input) => backup.state(input),
  'backup.health': ({ backup }, input) => backup.health(input),
  'backup.add-place': ({ backup }, input) => backup.addPlace(input),
  'backup.forget-place': ({ backup }, input) => backup.forgetPlace(input),
  'backup.make': ({ backup }, input) => backup.make(input),
  'backup.verify': ({ backup }, input) => backup.verify(input),
  'backup.list': ({ backup }, input) => backup.list(input),
  'backup.try': ({ backup }, input) => backup.tryOut(input),
  'backup.compare': ({ backup }, input) => backup.compare(input),
  'backup.restore': ({ backup }, input) => backup.restore(input),
}
