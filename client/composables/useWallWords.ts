import { useI18n } from 'vue-i18n'
import { useDistrict } from '../stores/district.ts'
import { useSession } from '../stores/session.ts'

/** Names of places in the language of the screen. */
export function useWallWords() {
  const { t } = useI18n()
  const district = useDistrict()
  const session = useSession()

  return {
    t,
    /** Full name of a region or grid. */
    name: (code: string) => district.name(code, session.locale),
    /** A town without 镇, 苏木 or 街道. */
    short: (code: string) => district.name(code, session.locale).replace(/(?:街道|苏木|镇| Town| Sumu| Subdistrict)$/u, ''),
  }
}
