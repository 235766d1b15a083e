package porchlight.central;

/** Webhooks and their turns, with the ledger on a real PostgreSQL. */
@OnPostgres
class WebhookTurnsOnPostgresLiveTest extends WebhookTurnsTest {}
