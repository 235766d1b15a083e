package porchlight.central.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.accounts.Staff;
import porchlight.central.people.Names;
import porchlight.central.people.Person;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.views.PersonLine;
import porchlight.central.views.Section;

/** Who may come in: an admin invites people, says what they are, and shuts them out. */
final class PeoplePages {
  private static final String LAST_ADMIN = "Somebody has to be an admin";
  private final Desk desk;
  private final Staff staff;

  PeoplePages(Desk desk) {
    this.desk = desk;
    this.staff = desk.accounts().staff();
  }

  /** What somebody is said to be: a role, and of a client the organisation. */
  private record Post(Role role, Optional<String> organisation) {}

  void list(Context ctx, Viewer viewer) {
    list(ctx, viewer, 200, "");
  }

  private void list(Context ctx, Viewer viewer, int status, String said) {
    Map<String, Object> model =
        Map.of(
            "people",
            PersonLine.all(
                desk.accounts().register().people(),
                desk.organisations(viewer),
                desk.where(ctx).now()),
            "organisations",
            desk.organisations(viewer),
            "said",
            said);
    desk.show(ctx, status, Section.PEOPLE, "people.jte", model);
  }

  void invite(Context ctx, Viewer viewer) {
    Optional<String> name = Names.read(SignInPages.field(ctx, "name"));
    Optional<Post> post = post(ctx, viewer);
    if (name.isEmpty() || post.isEmpty()) {
      list(
          ctx,
          viewer,
          422,
          name.isEmpty() ? Names.EXPECTED : "A client, and nobody else, has an organisation.");
      return;
    }
    Optional<String> secret =
        staff.invite(
            name.get(),
            post.get().role(),
            post.get().organisation(),
            viewer.who(),
            desk.where(ctx));
    if (secret.isEmpty()) {
      list(ctx, viewer, 422, "This name is taken.");
      return;
    }
    once(ctx, name.get(), secret.get());
  }

  private void once(Context ctx, String name, String secret) {
    desk.once(
        ctx,
        Section.PEOPLE,
        "A link for " + name,
        "Give it to them and to nobody else. It is good once, for three days, and is not shown"
            + " again.",
        desk.link(ctx, secret));
  }

  void person(Context ctx, Viewer viewer) {
    Optional<Person> person = asked(ctx);
    if (person.isEmpty()) {
      nobody(ctx);
      return;
    }
    PersonLine line =
        PersonLine.all(List.of(person.get()), desk.organisations(viewer), desk.where(ctx).now())
            .getFirst();
    desk.show(
        ctx,
        200,
        Section.PEOPLE,
        "person.jte",
        Map.of("line", line, "organisations", desk.organisations(viewer)));
  }

  void role(Context ctx, Viewer viewer) {
    Optional<Person> person = asked(ctx);
    Optional<Post> post = post(ctx, viewer);
    if (person.isEmpty()) {
      nobody(ctx);
    } else if (post.isEmpty()) {
      refuse(ctx, "A client, and nobody else, has an organisation");
    } else {
      after(
          ctx,
          staff.role(
              person.get(),
              post.get().role(),
              post.get().organisation(),
              viewer.who(),
              desk.where(ctx)));
    }
  }

  void disable(Context ctx, Viewer viewer) {
    asked(ctx)
        .ifPresentOrElse(
            person -> after(ctx, staff.disable(person, viewer.who(), desk.where(ctx))),
            () -> nobody(ctx));
  }

  void enable(Context ctx, Viewer viewer) {
    asked(ctx)
        .ifPresentOrElse(
            person -> after(ctx, staff.enable(person, viewer.who(), desk.where(ctx))),
            () -> nobody(ctx));
  }

  void codesOff(Context ctx, Viewer viewer) {
    asked(ctx)
        .ifPresentOrElse(
            person -> {
              staff.codesOff(person, viewer.who(), desk.where(ctx));
              after(ctx, true);
            },
            () -> nobody(ctx));
  }

  void link(Context ctx, Viewer viewer) {
    asked(ctx)
        .filter(person -> person.subject().isEmpty())
        .ifPresentOrElse(
            person -> once(ctx, person.name(), staff.link(person, viewer.who(), desk.where(ctx))),
            () -> nobody(ctx));
  }

  private Optional<Person> asked(Context ctx) {
    return desk.accounts().register().person(ctx.pathParam("person"));
  }

  private Optional<Post> post(Context ctx, Viewer viewer) {
    Optional<String> organisation =
        desk.organisation(viewer, SignInPages.field(ctx, "organisation"));
    return switch (SignInPages.field(ctx, "role")) {
      case "admin" -> Optional.of(new Post(Role.ADMIN, Optional.empty()));
      case "tech" -> Optional.of(new Post(Role.TECH, Optional.empty()));
      case "client" -> organisation.map(id -> new Post(Role.CLIENT, Optional.of(id)));
      default -> Optional.empty();
    };
  }

  private void after(Context ctx, boolean done) {
    if (done) {
      ctx.redirect("/people/" + ctx.pathParam("person"), HttpStatus.SEE_OTHER);
    } else {
      refuse(ctx, LAST_ADMIN);
    }
  }

  private void refuse(Context ctx, String why) {
    desk.said(ctx, 422, Section.PEOPLE, why, "/people");
  }

  private void nobody(Context ctx) {
    desk.said(ctx, 404, Section.PEOPLE, "Nobody here is called that", "/people");
  }
}
