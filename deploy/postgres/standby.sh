#!/bin/sh
# Makes this server a standby of the primary named, at the first start; later starts go on. PGPASSWORD is the replica's.
set -eu
primary=${1:?primary}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup --host="$primary" --username=replica --pgdata="$PGDATA" --wal-method=stream --slot=standby --write-recovery-conf; do
    rm -rf "${PGDATA:?}"/*
    sleep 2
  done
  chmod 0700 "$PGDATA"
fi
exec postgres -c hot_standby=on
