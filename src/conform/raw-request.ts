export { http1, type WrittenAs } from '../simulator/faults/raw-request.ts'
export { sendRaw } from '../simulator/faults/send-raw.ts'
