package porchlight.central;

/** How people come in, with the ledger on a real PostgreSQL. */
@OnPostgres
class AccountsOnPostgresLiveTest extends AccountsTest {}
