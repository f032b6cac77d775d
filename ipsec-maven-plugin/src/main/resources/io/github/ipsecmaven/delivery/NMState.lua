-- Most releases of the operator report no conditions at all, so that their absence says nothing.
local conditions = {}
for _, condition in ipairs((obj.status or {}).conditions or {}) do
  conditions[condition.type] = condition
end
if conditions.Degraded ~= nil and conditions.Degraded.status == "True" then
  return {status = "Degraded", message = conditions.Degraded.message or "Degraded"}
end
if conditions.Available ~= nil and conditions.Available.status ~= "True" then
  return {status = "Progressing", message = conditions.Available.message or "Not available yet"}
end
return {status = "Healthy", message = "The operator has no complaint"}
