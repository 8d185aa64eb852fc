-- お知らせを端末で受け取る: the address is one of a push service, with the keys of the browser for which a message is sealed.
alter table notice_subscriptions add column push_keys jsonb;
alter table notice_deliveries drop constraint notice_deliveries_channel_check;
alter table notice_deliveries add constraint notice_deliveries_channel_check check (channel in ('mail', 'line', 'push'));
