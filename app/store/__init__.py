"""The one encrypted file: who, what was answered, decided, charged and sent; and its audit.

Functions of this room take an open `Database` and leave the transaction to their caller, so that
a service can put the record, its audit line and its outbox row on disk together or not at all.
"""
