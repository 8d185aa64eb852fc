-- Papers of a conference as a photograph or a PDF, under the same item.
alter table conference_papers
  add column file_name text,
  add column file_type text check (file_type in ('image/jpeg', 'image/png', 'application/pdf')),
  add column file_size integer check (file_size > 0),
  add column bytes bytea,
  add check (num_nulls(file_name, file_type, file_size, bytes) in (0, 4)),
  add check (file_name is null or piece = 'paper');
