#!/bin/sh
# On the primary, once: the house's own user and database, and a user that only replicates.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$HOUSE_PASSWORD" --username postgres <<'SQL'
CREATE USER nghitruong PASSWORD :'password';
CREATE DATABASE nghitruong OWNER nghitruong ENCODING 'UTF8' TEMPLATE template0;
CREATE USER replica REPLICATION PASSWORD :'password';
SELECT pg_create_physical_replication_slot('standby');
SQL
echo 'host replication replica all scram-sha-256' >> "$PGDATA/pg_hba.conf"
