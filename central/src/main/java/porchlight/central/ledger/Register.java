package porchlight.central.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import porchlight.central.people.Deed;
import porchlight.central.people.Person;
import porchlight.central.people.Role;

/**
 * Who may come in, and what they did. Nothing is changed here without a deed for the audit log, in
 * the same transaction. Any method throws LedgerFault when the database does not answer.
 */
public final class Register {
  private final Database database;
  private final GroupCommit writer;

  Register(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  /** The calls that were to be proven. */
  public Calls calls() {
    return new Calls(database, writer);
  }

  /** Whether anybody has an account. */
  public boolean hasPeople() {
    return database.read(People::any);
  }

  /** Everybody, by name. */
  public List<Person> people() {
    return database.read(People::list);
  }

  /** Somebody, by id. */
  public Optional<Person> person(String id) {
    return database.read(sql -> People.person(sql, id));
  }

  /** How somebody proves who they are, by the name they sign in with. */
  public Optional<Proofs> named(String name) {
    return database.read(sql -> People.proofs(sql, "name", name));
  }

  /** The same, by id. */
  public Optional<Proofs> proofs(String id) {
    return database.read(sql -> People.proofs(sql, "id", id));
  }

  /** The same, by who they are to the sign-in of their company. */
  public Optional<Proofs> subject(String subject) {
    return database.read(sql -> People.proofs(sql, "subject", subject));
  }

  /**
   * Adds somebody; false when the name is taken, or when they would be the first and are no admin.
   */
  public boolean add(Person person, Deed deed) {
    return done(
        deed, sql -> (person.role() == Role.ADMIN || People.any(sql)) && People.add(sql, person));
  }

  /** Makes a link that is good once. */
  public void link(Link link, Deed deed) {
    does(deed, sql -> Sessions.link(sql, link));
  }

  /** Makes the link to the first admin; nobody has done anything yet. */
  public void link(Link link) {
    writer.perform(sql -> Sessions.link(sql, link));
  }

  /** A link that is still good; empty when it was used, has run out, or never was. */
  public Optional<Link> link(String hash, Instant now) {
    return database.read(sql -> Sessions.link(sql, hash, now));
  }

  /** Uses a link to make the first admin; false when it is no good, or when there is somebody. */
  public boolean setUp(String hash, Person admin, String password, Deed deed) {
    return done(
        deed,
        sql -> {
          if (People.any(sql)
              || Sessions.take(sql, hash, deed.at()).filter(l -> l.person().isEmpty()).isEmpty()) {
            return false;
          }
          People.add(sql, admin);
          People.password(sql, admin.id(), password);
          return true;
        });
  }

  /** Uses a link to choose a password, which ends every session; false when it is no good. */
  public boolean join(String hash, String person, String password, Deed deed) {
    return done(
        deed,
        sql -> {
          Optional<Link> link = Sessions.take(sql, hash, deed.at());
          if (link.isEmpty() || !link.get().person().equals(Optional.of(person))) {
            return false;
          }
          People.password(sql, person, password);
          Sessions.endOthers(sql, person, "");
          return true;
        });
  }

  /** Sets a password, and ends every session but the one that is kept. */
  public void password(String person, String password, String kept, Deed deed) {
    does(
        deed,
        sql -> {
          People.password(sql, person, password);
          Sessions.endOthers(sql, person, kept);
        });
  }

  /** Keeps the same password by another hash, unless it was changed meanwhile. */
  public boolean rehash(String person, String old, String password) {
    return writer.write(sql -> People.rehash(sql, person, old, password));
  }

  /** Puts one-time codes on, or, without a seed, off. */
  public void codes(String person, Optional<String> seed, List<String> recovery, Deed deed) {
    does(deed, sql -> People.seed(sql, person, seed, recovery));
  }

  /** Uses a step of the one-time codes up; false when it was used before. */
  public boolean useStep(String person, long step) {
    return writer.write(sql -> People.useStep(sql, person, step));
  }

  /** Uses a recovery code up, by its hash, and notes that; else notes that it was refused. */
  public boolean useRecovery(String person, String hash, Deed used, Deed refused) {
    return writer.write(sql -> {
      boolean right = People.useRecovery(sql, person, hash);
      AuditLog.add(sql, right ? used : refused);
      return right;
    });
  }

  /** Sets what somebody is, and ends their sessions; false when no admin would be left. */
  public boolean role(String person, Role role, Optional<String> organisation, Deed deed) {
    return out(deed, person, sql -> People.role(sql, person, role, organisation));
  }

  /** Shuts somebody out and ends their sessions and links; false when no admin would be left. */
  public boolean disable(String person, Deed deed) {
    return out(
        deed,
        person,
        sql -> {
          boolean set = People.disable(sql, person, deed.at());
          if (set) {
            Sessions.unlink(sql, person);
          }
          return set;
        });
  }

  /** Lets somebody in again. */
  public boolean enable(String person, Deed deed) {
    return done(deed, sql -> People.enable(sql, person));
  }

  /** Signs somebody in; the session before, by its hash, ends. */
  public void open(Session session, String before, Deed deed) {
    does(
        deed,
        sql -> {
          Sessions.end(sql, before);
          Sessions.open(sql, session);
        });
  }

  /** A session of somebody who may come in, however old. */
  public Optional<Session> session(String hash) {
    return database.read(sql -> Sessions.find(sql, hash));
  }

  /** The sessions of somebody, the last used first. */
  public List<Session> sessions(String person) {
    return database.read(sql -> Sessions.of(sql, person));
  }

  /** Notes that a session is used. */
  public void seen(String hash, Instant now) {
    writer.perform(sql -> Sessions.seen(sql, hash, now));
  }

  /** Ends a session. */
  public boolean end(String hash, Deed deed) {
    return done(deed, sql -> Sessions.end(sql, hash));
  }

  /** Ends every session of somebody but one. */
  public void endOthers(String person, String kept, Deed deed) {
    does(deed, sql -> Sessions.endOthers(sql, person, kept));
  }

  /** Every API token, the newest first. */
  public List<ApiToken> tokens() {
    return database.read(ApiTokens::list);
  }

  /** An API token by the hash of what was shown. */
  public Optional<ApiToken> token(String hash) {
    return database.read(sql -> ApiTokens.find(sql, hash));
  }

  /** Keeps a new API token. */
  public void addToken(ApiToken token, Deed deed) {
    does(deed, sql -> ApiTokens.add(sql, token));
  }

  /** Notes that an API token is used. */
  public void tokenUsed(String id, Instant now) {
    writer.perform(sql -> ApiTokens.used(sql, id, now));
  }

  /** Makes an API token worth nothing; false when there is none. */
  public boolean revokeToken(String id, Deed deed) {
    return done(deed, sql -> ApiTokens.revoke(sql, id, deed.at()));
  }

  /** Notes a deed that changed nothing here. */
  public void note(Deed deed) {
    done(deed, sql -> true);
  }

  /** The newest entries of the audit log below a number, newest first. */
  public List<AuditEntry> audit(long below, int most) {
    return database.read(sql -> AuditLog.page(sql, below, most));
  }

  /** The first number at which the audit log is not as it was written. */
  public OptionalLong auditBroken() {
    return database.read(AuditLog::broken);
  }

  /** What is no longer theirs is not theirs in any browser. */
  private boolean out(Deed deed, String person, GroupCommit.Work<Boolean> work) {
    return done(
        deed,
        sql -> {
          boolean set = work.in(sql);
          if (set) {
            Sessions.endOthers(sql, person, "");
          }
          return set;
        });
  }

  private void does(Deed deed, GroupCommit.Step step) {
    done(deed, step.asWork());
  }

  private boolean done(Deed deed, GroupCommit.Work<Boolean> work) {
    return AuditLog.doing(writer, deed, work);
  }
}
