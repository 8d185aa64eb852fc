create index calls_at on calls using brin (called_at);
