"""Make labs and their figures, for tests and demo content."""

from decimal import Decimal

import factory

from .figure import FundingShare, GovernanceBody, LabFigure
from .lab import Lab, LabActivity


class LabFactory(factory.django.DjangoModelFactory):
    """A national lab in Belgium, in Dutch only and without figures."""

    class Meta:
        model = Lab

    code = factory.Sequence(lambda number: f"lab-{number}")
    name_nl = factory.Sequence(lambda number: f"Innovatielab {number}")
    short_name_nl = factory.Sequence(lambda number: f"Lab {number}")
    kind = Lab.Kind.LAB
    country = "BE"
    level = Lab.Level.NATIONAL
    role_nl = "<p>Dit lab helpt ambtenaren om te innoveren.</p>"


class LabFigureFactory(factory.django.DjangoModelFactory):
    """A yearly budget in EUR, without a year."""

    class Meta:
        model = LabFigure

    lab = factory.SubFactory(LabFactory)
    measure = LabFigure.Measure.BUDGET
    value = Decimal(100_000)
    unit = LabFigure.Unit.EUR
    period = LabFigure.Period.YEAR


class FundingShareFactory(factory.django.DjangoModelFactory):
    """One payer of a part of a budget."""

    class Meta:
        model = FundingShare

    figure = factory.SubFactory(LabFigureFactory)
    payer_nl = "Een ministerie"
    amount_eur = Decimal(10_000)


class GovernanceBodyFactory(factory.django.DjangoModelFactory):
    """A board that decides."""

    class Meta:
        model = GovernanceBody

    lab = factory.SubFactory(LabFactory)
    name_nl = "Bestuur"
    role = GovernanceBody.Role.DECIDES


class LabActivityFactory(factory.django.DjangoModelFactory):
    """Something that a lab does."""

    class Meta:
        model = LabActivity

    lab = factory.SubFactory(LabFactory)
    kind = LabActivity.Kind.EVENTS
    text_nl = "Ontmoetingen voor ambtenaren"
