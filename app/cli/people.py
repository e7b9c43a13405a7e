"""`recoup users`: who may sign in, and as what."""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from app.access.roles import Act, Role
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, opened
from app.core.errors import BadInput
from app.core.money import Money
from app.services import signin, writing_off
from app.services.desk import Desk
from app.services.signin import Person

NEW_PASSWORD = "RECOUP_NEW_PASSWORD"


def register(commands: Subcommands) -> None:
    """Add `users`."""
    roles = ", ".join(Role)
    parser = command(
        commands,
        "users",
        _users,
        purpose="List the people of a store, let somebody in, change roles, or stop somebody.",
        manual="input: the store of --data. ACT is list, add, roles, password, limit, stop or\n"
        "return, which lets somebody in again who was stopped, with the roles they had.\n"
        f"`add`, `password` and `return` read the new password from {NEW_PASSWORD}, else from a\n"
        "prompt. `limit` sets up to which --amount somebody may approve a write-off; without one\n"
        "of their own that of their role holds. Nobody changes their own roles or limit, and the\n"
        f"last administrator stays. Roles: {roles}.\n\n"
        'output: {"people": [{"name", "display_name", "roles", "write_off_limit"}]}',
        example="recoup users add --data desk --user admin --name jpatel "
        '--display "J. Patel" --role clerk',
    )
    parser.add_argument(
        "act",
        choices=("list", "add", "roles", "password", "limit", "stop", "return"),
        help="what to do",
    )
    parser.add_argument("--name", help="the sign-in name the act is about")
    parser.add_argument("--display", metavar="NAME", help="the name as others see it")
    parser.add_argument("--role", action="append", choices=[*Role], default=[], help="may repeat")
    parser.add_argument("--amount", metavar="POUNDS", help="a limit, such as 1,000.00")
    add_store(parser)


def _users(args: argparse.Namespace) -> int:
    if args.act != "list" and not args.name:
        raise BadInput("no_name", "Say whom: --name NAME.", "name")
    with opened(args, Act.ADMINISTER) as desk:
        _do(desk, args)
        shown = [
            _shown(person, writing_off.approval_limit(desk, person.name))
            for person in signin.people(desk)
        ]
    print_json({"contract_version": 1, "people": shown})
    return DONE


def _do(desk: Desk, args: argparse.Namespace) -> None:
    roles = [Role(role) for role in args.role]
    match args.act:
        case "add":
            signin.add_person(
                desk,
                name=args.name,
                display_name=args.display or args.name,
                password=_new_password(),
                roles=roles,
            )
        case "roles":
            if not roles:
                raise BadInput("no_role", "Name at least one role: --role ROLE.", "role")
            signin.set_roles(desk, args.name, roles)
        case "password":
            signin.reset_password(desk, args.name, _new_password())
        case "limit":
            if args.amount is None:
                raise BadInput("no_amount", "Say up to which sum: --amount POUNDS.", "amount")
            limit = Money.parse(args.amount, "amount")
            writing_off.set_approval_limit(desk, args.name, limit)
        case "stop":
            signin.stop_person(desk, args.name)
        case "return":
            signin.let_back_in(desk, args.name, _new_password())


def _new_password() -> str:
    given = os.environ.get(NEW_PASSWORD)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise BadInput("no_password", f"Set {NEW_PASSWORD}, or run this in a terminal.", "password")
    return getpass.getpass("Password of the new person: ")


def _shown(person: Person, limit: Money) -> dict[str, object]:
    return {
        "name": person.name,
        "display_name": person.display_name,
        "roles": [role.value for role in person.roles],
        "write_off_limit": limit.plain,
    }
