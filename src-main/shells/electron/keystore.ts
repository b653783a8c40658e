import { safeStorage } from 'electron'
import type { Keystore } from '../surroundings.ts'

/** Backends of Linux that keep the key beside what it protects. */
const weak = ['basic_text', 'unknown']

/** The operating system's keystore as Electron reaches it. Bytes travel as text, since that is all it takes. */
export const systemKeystore: Keystore = {
  async available() {
    if (!safeStorage.isEncryptionAvailable()) return false
    return process.platform !== 'linux' || !weak.includes(safeStorage.getSelectedStorageBackend())
  },
  protect: async (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
  reveal: async (bytes) => Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64'),
}
