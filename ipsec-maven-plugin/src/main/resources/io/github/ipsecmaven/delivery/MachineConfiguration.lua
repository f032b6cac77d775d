-- A policy counts for a change only once it was observed before that change.
local observed = (obj.status or {}).observedGeneration
if observed ~= nil and observed ~= obj.metadata.generation then
  return {status = "Progressing", message = "The operator has not observed the policy yet"}
end
return {status = "Healthy", message = "The operator has observed the policy"}
