package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Integrity;
import porchlight.facts.Management;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Sharing;
import porchlight.facts.TrustedRoots;

/** Whom a laptop obeys, trusts and serves, in lines for {@link FactScreen}. */
final class IntegrityWords {
  private IntegrityWords() {}

  static List<String> of(Integrity integrity) {
    return integrity.guards().isEmpty()
        ? List.of("this system has nothing of the kind")
        : integrity.guards().stream()
            .map(guard ->
                guard.kind().label()
                    + switch (guard.state()) {
                      case Known<Integrity.State>(var state) ->
                          switch (state) {
                            case ON -> " is on";
                            case PARTLY -> " is partly off";
                            case OFF -> " is off";
                          };
                      case Unknown<Integrity.State>(var reason, var detail) ->
                          ": could not tell (" + reason.word() + "): " + detail;
                    }
                    + guard.unseen().map(why -> "; not looked into: " + why.detail()).orElse(""))
            .toList();
  }

  static List<String> of(Management management) {
    return switch (management) {
      case Management.Enrolled(var server, var approved) ->
          List.of(
              "managed"
                  + (server.isEmpty() ? "" : " by " + server)
                  + (approved ? "" : ", which nobody here approved"));
      case Management.NotEnrolled none -> List.of("managed by nobody");
      case Management.DoesNotApply(var because) -> List.of(because);
    };
  }

  static List<String> of(TrustedRoots roots) {
    var lines = new ArrayList<String>();
    roots.added().forEach(root -> lines.add(root.name() + " (" + root.where() + ")"));
    roots.unseen().ifPresent(why -> lines.add("not looked into: " + why.detail()));
    return lines.isEmpty() ? List.of("no certificate authority was added") : lines;
  }

  static List<String> of(Sharing sharing) {
    return sharing.offers().stream()
        .map(offer ->
            offer.kind().label()
                + switch (offer.audience()) {
                  case Known<Sharing.Audience>(var audience) ->
                      switch (audience) {
                        case NOBODY -> ": off";
                        case CHOSEN -> ": for chosen people";
                        case EVERYBODY -> ": for everybody";
                      };
                  case Unknown<Sharing.Audience>(var reason, var detail) ->
                      ": could not tell (" + reason.word() + "): " + detail;
                })
        .toList();
  }
}
