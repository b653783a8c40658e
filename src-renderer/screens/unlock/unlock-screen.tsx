import { type ReactNode, useState } from 'react'
import type { RegisterStatus } from '../../app/status-context.ts'
import { StartScreen } from '../start/start-screen.tsx'
import { LockPage } from './lock-page.tsx'
import { OpenOther } from './open-other.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useWait } from './use-wait.ts'

/** Who you are and the passphrase; from here also the recovery key and other registers. Nothing about any case. */
export function UnlockScreen({ status }: { readonly status: RegisterStatus }): ReactNode {
  const [way, setWay] = useState<'passphrase' | 'recovery' | 'other' | 'new'>('passphrase')
  const wait = useWait()
  const back = (): void => setWay('passphrase')
  if (way === 'new') return <StartScreen onBack={back} canChoose={status.canChooseFiles} />
  return (
    <LockPage>
      {way === 'passphrase' ? (
        <UnlockForm status={status} wait={wait} onForgot={() => setWay('recovery')} onOther={() => setWay('other')} />
      ) : way === 'recovery' ? (
        <RecoverForm onBack={back} />
      ) : (
        <OpenOther onBack={back} onNew={() => setWay('new')} canChoose={status.canChooseFiles} />
      )}
    </LockPage>
  )
}
