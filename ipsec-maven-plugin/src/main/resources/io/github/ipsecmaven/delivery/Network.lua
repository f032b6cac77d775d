local conditions = {}
for _, condition in ipairs((obj.status or {}).conditions or {}) do
  conditions[condition.type] = condition
end
local verdicts = {
  {"Degraded", "Degraded"},
  {"Progressing", "Progressing"},
  {"Available", "Healthy"},
}
for _, verdict in ipairs(verdicts) do
  local condition = conditions[verdict[1]]
  if condition ~= nil and condition.status == "True" then
    return {status = verdict[2], message = condition.message or condition.reason or verdict[1]}
  end
end
return {status = "Progressing", message = "The network operator has not reported yet"}
