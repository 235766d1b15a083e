package porchlight.central;

/** People, tokens and the audit log, with the ledger on a real PostgreSQL. */
@OnPostgres
class PeopleOnPostgresLiveTest extends PeopleTest {}
