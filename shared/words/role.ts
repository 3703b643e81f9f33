import { z } from 'zod'

/**
 * Who acts on a matter: duty officer 值班员, duty lead 带班领导, grid leader 网格长, full-time worker 专职网格员, helper (building
 * head 楼栋长, centre household 中心户, volunteer 志愿者), unit that was sent or called, and the engine that keeps the limits.
 */
export const ROLES = ['dutyOfficer', 'dutyLead', 'gridLeader', 'gridWorker', 'helper', 'unit', 'engine'] as const

export const role = z.enum(ROLES)
  .meta({ id: 'Role', description: 'dutyOfficer 值班员, dutyLead 带班领导, gridLeader 网格长, gridWorker 专职网格员, helper 楼栋长/中心户/志愿者, unit, engine', example: 'dutyLead' })

export type Role = z.infer<typeof role>
