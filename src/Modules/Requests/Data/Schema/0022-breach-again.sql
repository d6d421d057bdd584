-- The row version of the request sees to it that a breach is written once. The same deadline can be missed a second time after
-- it was moved away and back, and that is written again.
drop index breach_once;
