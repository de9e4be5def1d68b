-- Of two nodes that fetch the same file at the same moment, one enters it and the other finds it entered.
update intake.submission s set still_there = false
 where still_there and exists (select from intake.submission n
        where n.still_there and n.feed_id = s.feed_id and n.file_name = s.file_name and n.sha256 = s.sha256
          and n.done_file is not distinct from s.done_file and n.submission_id > s.submission_id);
set constraints all immediate;
create unique index submission_one_arrival on intake.submission
  (feed_id, file_name, sha256, (done_file is null), hashtextextended(coalesce(done_file, ''), 0)) where still_there;
drop index intake.submission_still_there;
