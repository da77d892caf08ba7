package io.huoji.platform.identity;

import io.huoji.platform.org.PeopleErased;
import io.huoji.platform.org.PersonLeft;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shuts the door behind people who leave: their seats end in the same transaction, and with them their sessions and
 * invitations. Who comes back is invited again.
 */
@Component
class Leavers {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Invitations invitations;

    Leavers(AccountRepository accounts, Sessions sessions, Invitations invitations) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.invitations = invitations;
    }

    @EventListener
    void on(PersonLeft left) {
        var seat = new AccountRepository.Seat(left.tenant(), left.person());
        accounts.endSeats(seat).forEach(account -> sessions.endIn(left.tenant(), account));
        invitations.withdraw(left.tenant(), Set.of(left.person()));
    }

    @EventListener
    void on(PeopleErased erased) {
        invitations.withdraw(erased.tenant(), erased.people());
    }
}
