/** The same bytes, as a Buffer. Only shared memory is copied: it could change while it is being read. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return bytes.buffer instanceof ArrayBuffer ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(bytes)
}
