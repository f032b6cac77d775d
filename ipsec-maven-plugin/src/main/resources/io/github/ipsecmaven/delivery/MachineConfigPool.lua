-- Healthy once the nodes have the MachineConfigs that the annotations ipsec-maven.github.io/await-1, -2, ... name.
local function answer(status, message)
  return {status = status, message = message}
end
local status = obj.status or {}
local conditions = {}
for _, condition in ipairs(status.conditions or {}) do
  conditions[condition.type] = condition
end
for _, kind in ipairs({"RenderDegraded", "NodeDegraded"}) do
  if conditions[kind] ~= nil and conditions[kind].status == "True" then
    return answer("Degraded", conditions[kind].message or kind)
  end
end
local spec = obj.spec or {}
if spec.paused then
  return answer("Suspended", "The pool is paused: its nodes are not updated")
end
if conditions.Updated == nil or conditions.Updated.status ~= "True" then
  return answer("Progressing", "The nodes are being updated")
end
local wanted = spec.configuration or {}
local current = status.configuration or {}
if current.name == nil or wanted.name ~= current.name then
  return answer("Progressing", "The nodes have not begun with the newest configuration")
end
local present = {}
for _, source in ipairs(current.source or {}) do
  present[source.name] = true
end
local annotations = obj.metadata.annotations or {}
local number = 1
local awaited = annotations["ipsec-maven.github.io/await-" .. number]
while awaited ~= nil do
  if not present[awaited] then
    return answer("Progressing", "The nodes do not have " .. awaited .. " yet")
  end
  number = number + 1
  awaited = annotations["ipsec-maven.github.io/await-" .. number]
end
return answer("Healthy", "Every node has " .. current.name)
