import type { StringFormats } from '../contract/index.ts'
import { isDateTime } from './time/date-time.ts'
import { isUuid } from './uuid.ts'

// The alphabet of RFC 3986; what else there is to a URL, the parser of browsers knows.
const uri = /^([\w!#$&'()*+,\-./:;=?@[\]~]|%[0-9a-f]{2})+$/i

/**
 * String formats of the management contract as the database and a browser take them: the usual
 * checks also let through a UUID with `urn:uuid:` before it, a leap second, and `http://` alone.
 */
export const managementFormats: StringFormats = {
  uuid: isUuid,
  'date-time': isDateTime,
  uri: (text) => uri.test(text) && URL.canParse(text),
}
